import type { ErrorRequestHandler } from 'express'
import { MessagePage } from '../../../views/pages/message-page.tsx'
import { InputRefusedError, NotFoundError } from '../../domain/catalog-error.ts'
import { type createFrames, sendPage } from './page-frame.ts'

/** Shows what the reader got wrong as a page; every other error goes on. */
export function refusePage(frames: ReturnType<typeof createFrames>): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (error instanceof NotFoundError) {
      const sentences = ['可能是编号写错了，或者事项、部门已经改名。用名称搜一下最快。']
      return sendPage(res, MessagePage({ frame: await frames(req), title: '没有这一页', sentences }), 404)
    }
    if (error instanceof InputRefusedError) {
      const sentences = error.violations.map(({ message }) => message)
      return sendPage(res, MessagePage({ frame: await frames(req), title: '这个地址里有写错的地方', sentences }), 400)
    }
    return next(error)
  }
}
