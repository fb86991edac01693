/** A size as Compose writes it, `512m` or `1.5gb`, in bytes; 0 for none. */
export function bytesOf(size: string): number {
  const [, number = '', unit = ''] = /^([\d.]+)\s*([bkmgt]?)b?$/i.exec(size) ?? [];
  return Number(number) * 1024 ** Math.max(0, 'bkmgt'.indexOf(unit.toLowerCase() || 'b'));
}
