import type { Command } from 'commander'
import { CatalogError } from '../domain/catalog-error.ts'
import { tellingRefusals } from './open-catalogue.ts'
import { printJson } from './print.ts'
import { UsageError } from './report-error.ts'

const formats = ['mermaid', 'svg'] as const
type Format = (typeof formats)[number]
const itemCode = /^[a-z][a-z0-9]*-\d{3,}$/

/** `banshi flowchart`: the flowchart of a stored item, or of an item or procedure file. */
export function addFlowchartVerb(program: Command): void {
  program
    .command('flowchart')
    .description('画出事项的办理流程图')
    .argument('<code|file>', '事项编码，或者事项、流程文件')
    .option('--format <格式>', `${formats.join('、')} 之一`, 'mermaid')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (subject: string, options: { format: string; json?: true }) => {
      const format = readFormat(options.format)
      const content = await tellingRefusals(options.json, () =>
        itemCode.test(subject) ? drawItem(subject, format) : drawFile(subject, format),
      )
      if (options.json) printJson({ subject, format, content })
      else process.stdout.write(content.endsWith('\n') ? content : `${content}\n`)
    })
}

function readFormat(text: string): Format {
  const format = formats.find((known) => known === text)
  if (format === undefined) throw new UsageError(`没有“${text}”这种格式，可用：${formats.join('、')}`)
  return format
}

async function drawItem(code: string, format: Format): Promise<string> {
  const { readConfig } = await import('../config/read-config.ts')
  const { compose } = await import('../compose.ts')
  const { useCases, close } = await compose(readConfig())
  try {
    if ((await useCases.catalogueRevision()) === 0) throw new CatalogError('empty-catalogue')
    return format === 'svg' ? await useCases.renderFlowchart(code) : (await useCases.getFlowchart(code)).source
  } finally {
    await close()
  }
}

async function drawFile(path: string, format: Format): Promise<string> {
  const { composeFlowchartFiles } = await import('../compose/flowchart-files.ts')
  const { readSource, render, close } = await composeFlowchartFiles()
  try {
    const source = await readSource(path)
    return format === 'svg' ? await render(source) : source
  } finally {
    await close()
  }
}
