import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { pino } from 'pino'
import request from 'supertest'
import { composeOver } from '../../src/compose.ts'
import { createWorkerFlowchartRenderer } from '../../src/flowcharts/worker-flowchart-renderer.ts'
import type { FlowchartRenderer } from '../../src/ports/flowchart-renderer.ts'
import { createApp } from '../../src/web/create-app.ts'
import { writeSmallCatalogue } from '../builders/a-small-catalogue.ts'
import { openStoreUnderTest } from '../builders/store-under-test.ts'
import { removeStores } from '../builders/stores.ts'

const catalogue = writeSmallCatalogue()
afterAll(async () => {
  rmSync(dirname(catalogue), { recursive: true, force: true })
  await removeStores()
})

/** The status of an answer that needs a picture, and the levels of what the log says of it. */
async function askForPicture(renderer: FlowchartRenderer) {
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => lines.push(line) })
  const { useCases, importCatalogue, close } = composeOver(await openStoreUnderTest(), { renderer })
  await importCatalogue([catalogue])
  const { status } = await request(createApp({ useCases, log })).get('/api/v1/items/fgw-001/flowchart.svg')
  await close()
  return { status, levels: lines.map((line) => pino.levels.labels[JSON.parse(line).level]) }
}

it('tells of a picture that could not be drawn as an error', async () => {
  const broken = createWorkerFlowchartRenderer({ workerFile: '/nowhere/worker.js' })
  expect(await askForPicture(broken)).toEqual({ status: 503, levels: ['error'] })
})

it('does not tell of a picture that the stop of the service cut off as an error', async () => {
  const closed = createWorkerFlowchartRenderer()
  await closed.close()
  expect(await askForPicture(closed)).toEqual({ status: 503, levels: ['info'] })
})
