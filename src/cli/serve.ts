import type { Command } from 'commander'

/** `banshi serve`: the web service. */
export function addServeVerb(program: Command): void {
  program
    .command('serve')
    .description('启动网站和接口服务')
    .option('--catalogue <folder>', '数据库为空时从这个目录装入')
    .allowExcessArguments(false)
    .action(async (options: { catalogue?: string }) => {
      const { serve } = await import('../main.ts')
      await serve(options)
    })
}
