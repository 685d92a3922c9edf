import type { ErrorRequestHandler } from 'express'
import { MessagePage } from '../../../views/pages/message-page.tsx'
import { InputRefusedError, NotFoundError } from '../../domain/catalog-error.ts'
import { type createFrames, sendPage } from './page-frame.ts'

const missingPage = { title: '没有这一页', sentence: '地址可能写错了。用名称搜一下最快。' }

/** What is said of something that does not exist, by its kind. */
const missing: Readonly<Record<string, typeof missingPage>> = {
  item: { title: '没有这个事项', sentence: '编号可能写错了。用名称搜一下最快，已经取消或合并的事项也有自己的页面。' },
  agency: { title: '没有这个部门', sentence: '代码可能写错了。部门都在“按部门”里。' },
  law: { title: '依据登记册里没有这部法律文件', sentence: '名称可能写错了。登记的都在“法律依据”里。' },
  decision: { title: '没有这个调整决定', sentence: '编号可能写错了，或者决定还没有通过。已经通过的都在“调整决定”里。' },
  type: { title: '没有这个类型的账', sentence: '类型可能写错了，或者从来没有过这个类型的事项。' },
}

/** Shows what the reader got wrong as a page; every other error goes on. */
export function refusePage(frames: ReturnType<typeof createFrames>): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (error instanceof NotFoundError) {
      const { title, sentence } = missing[String(error.facts.kind)] ?? missingPage
      const page = MessagePage({ frame: await frames(req), title, sentences: [sentence] })
      return sendPage(res, page, 404)
    }
    if (error instanceof InputRefusedError) {
      const sentences = error.violations.map(({ message }) => message)
      return sendPage(res, MessagePage({ frame: await frames(req), title: '这个地址里有写错的地方', sentences }), 400)
    }
    return next(error)
  }
}
