import type { RequestHandler } from 'express'

const suffixes: Readonly<Record<string, string>> = { br: '-br', gzip: '-gz', deflate: '-df' }
const suffix = /-(?:br|gz|df)"/g

/**
 * Gives each encoding of an answer a strong tag of its own, `"hash-br"`, because a strong tag promises equal bytes (RFC 9110 §8.8.3).
 *
 * A reader who asks again with any of them has the same content and gets 304 with the tag he named. Stands before the compression.
 */
export const tagByEncoding: RequestHandler = (req, res, next) => {
  const asked = req.headers['if-none-match']
  if (asked !== undefined) req.headers['if-none-match'] = asked.replace(suffix, '"')
  const writeHead = res.writeHead
  // Three overloads; the arguments go on untouched.
  res.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const tag = res.getHeader('ETag')
    if (typeof tag === 'string' && tag.startsWith('"')) {
      const encoding = suffixes[String(res.getHeader('Content-Encoding') ?? '')]
      if (res.statusCode === 304) res.setHeader('ETag', askedVariant(tag, asked))
      else if (encoding !== undefined) res.setHeader('ETag', `${tag.slice(0, -1)}${encoding}"`)
    }
    return writeHead.apply(res, args)
  }) as typeof writeHead
  next()
}

function askedVariant(tag: string, asked = ''): string {
  const variants = Object.values(suffixes).map((ending) => `${tag.slice(0, -1)}${ending}"`)
  return variants.find((variant) => asked.includes(variant)) ?? tag
}
