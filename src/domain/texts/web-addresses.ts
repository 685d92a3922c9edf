/** Hosts that only the office itself reaches, or that nobody does. */
const unreachable =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0)|(?:^|\.)(?:example\.(?:com|org|net)|local|internal|test|invalid)$/i

/** Why an address can never be opened by a reader; `undefined`: it may be. A path of this site is an address. */
export function findAddressFault(text: string): string | undefined {
  const address = text.trim()
  if (address === '') return '是空的'
  if (/[\s\u3000-\u303f\uff01-\uff5e]/.test(address)) return '含有空格或者全角符号'
  if (/^\/(?!\/)/.test(address)) return undefined
  const [, scheme, rest = ''] = /^([a-z][a-z\d+.-]*):\/\/(.*)$/i.exec(address) ?? []
  if (scheme === undefined) return '不是完整的网址，应以 http:// 或 https:// 开头'
  if (!/^https?$/i.test(scheme)) return '不是网页地址'
  const host = /^(?:[^/?#@]*@)?([^/?#:]*)/.exec(rest)?.[1] ?? ''
  if (!host.includes('.') || /^\.|\.$|\.\./.test(host)) return unreachable.test(host) ? '只能在内网打开' : '域名不完整'
  return unreachable.test(host) ? '只能在内网打开' : undefined
}
