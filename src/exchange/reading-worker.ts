/** Reads and checks catalogue files in a thread of its own, for those who have very many of them. */
import { parentPort } from 'node:worker_threads'
import { foldFiles } from './fold-item.ts'
import { readListedFile } from './read-document.ts'
import type { ReadingJob } from './reading-crew.ts'

parentPort?.on('message', (files: ReadingJob) => {
  const folded = foldFiles(files.map(readListedFile))
  parentPort?.postMessage(folded, [folded.bytes.buffer])
})
