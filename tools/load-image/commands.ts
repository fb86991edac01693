import type { Builder, ImageOptions } from './options.ts';

/** A program with its arguments, and the file that it reads as its input. */
export interface Command {
  readonly words: readonly [string, ...string[]];
  readonly input?: string;
}

/** The commands that build an image, write it to an archive and give that to the containerd of k3s. */
export function loadCommands(options: ImageOptions, builder: Builder, archive: string): readonly Command[] {
  const { image, context, file, platform, nodes } = options;
  const build: readonly Command[] =
    context === undefined
      ? []
      : [
          {
            words: [
              builder,
              'build',
              ...(platform === undefined ? [] : ['--platform', platform]),
              ...(file === undefined ? [] : ['--file', file]),
              '--tag',
              image,
              context,
            ],
          },
        ];
  const save: Command =
    builder === 'buildah'
      ? { words: ['buildah', 'push', image, `docker-archive:${archive}:${image}`] }
      : { words: [builder, 'save', '--output', archive, image] };
  const load = (host: string): Command => ({
    words: ['ssh', host, 'sudo', 'k3s', 'ctr', 'images', 'import', '-'],
    input: archive,
  });
  const local: Command = { words: ['sudo', 'k3s', 'ctr', 'images', 'import', archive] };
  return [...build, save, ...(nodes.length === 0 ? [local] : nodes.map(load))];
}

/** A command as a person would type it. */
export function commandLine({ words, input }: Command): string {
  const line = words.map((word) =>
    /^[A-Za-z0-9@%+=:,./_-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`,
  );
  return [...line, ...(input === undefined ? [] : ['<', input])].join(' ');
}
