// Runs a TypeScript file with the Node version of this workspace; installs the npm packages first when they are missing.
// Plain JavaScript without dependencies: it is the first thing that runs in a fresh clone, on Node 20 or newer.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const lock = join(root, 'package-lock.json');
/** Written by npm at the end of every install. */
const installed = join(modules, '.package-lock.json');
/** Hash of the lockfile that was installed here; a checkout that only touches the file installs nothing. */
const stamp = join(modules, '.package-lock.sha256');
const bin = join(modules, '.bin');

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  console.error('usage: node tools/bootstrap.mjs <script.ts> [arguments]');
  process.exit(2);
}
if (!isInstalled()) await install();
// INIT_CWD is npm's word for the folder the person is in: relative paths among the arguments start there.
const env = {
  ...process.env,
  PATH: [bin, process.env.PATH ?? ''].join(delimiter),
  // Types are stripped and code is compiled once, not at every start.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node'),
  INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
};
endAs(await spawned(node(), [resolve(root, script), ...args], { env }));

function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash();
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

async function install() {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.error('installing npm packages …');
  const beat = setInterval(() => console.error(`installing npm packages: ${seconds()} s so far`), 15_000);
  // NODE_ENV=production and a user's own "omit" setting would leave out what everything here runs on.
  const options = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  let end = await npm('ci', ...options);
  if (failed(end)) {
    console.error('"npm ci" failed; trying "npm install" with what the lockfile has');
    end = await npm('install', '--no-save', ...options);
  }
  clearInterval(beat);
  if (failed(end)) {
    console.error(`npm could not install the packages (see above). It needs a registry: check "npm ping" and "npm config get registry".
Then run "npm ci" in ${root} and try again.`);
    endAs(end);
  }
  writeFileSync(stamp, lockHash());
  console.error(`installing npm packages: done in ${seconds()} s`);
}

function npm(...parameters) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return spawned(process.execPath, [own, ...parameters], { stdin: 'ignore' });
  return spawned('npm', parameters, { stdin: 'ignore', shell: process.platform === 'win32' });
}

/** The Node that the workspace brings, or this one where it can run TypeScript itself. */
function node() {
  const own = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (process.features.typescript) return process.execPath;
  console.error(
    `The npm packages bring no Node for ${process.platform} on ${process.arch}, and ${process.version} cannot run TypeScript. Install Node 24.`,
  );
  process.exit(1);
}

/** Runs a command on this terminal, hands signals on, and tells how it ended. */
function spawned(command, parameters, { stdin = 'inherit', ...options }) {
  return new Promise((done) => {
    const child = spawn(command, parameters, { cwd: root, ...options, stdio: [stdin, 'inherit', 'inherit'] });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    // A shell between npm and this process ends by a signal without handing it on.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) child.kill('SIGTERM');
    }, 1000);
    const finish = (end) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, forward);
      done(end);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish({ code: 127, signal: null });
    });
    child.on('exit', (code, signal) => finish({ code, signal }));
  });
}

function failed({ code, signal }) {
  return signal !== null || code !== 0;
}

/** A command that a signal ended is passed on the way shells write it. */
function endAs({ code, signal }) {
  process.exit(signal === null ? code : 128 + constants.signals[signal]);
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}
