import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import type { ComposedOffice } from '../compose/office.ts'
import { roleLabels, roles } from '../domain/office/roles.ts'
import type { AccountSummary } from '../use-cases/office/create-office.ts'
import { commandLine } from '../use-cases/office/manage-accounts.ts'
import { tellingRefusals } from './open-catalogue.ts'
import { askOffice } from './open-office.ts'
import { printJson, printLines, tableLines } from './print.ts'

interface Json {
  json?: true
}
interface AddOptions extends Json {
  role: string
  agency?: string
  displayName?: string
  passwordStdin?: true
}

/** `banshi user`: the accounts of the office. */
export function addUserVerb(program: Command): void {
  const user = program.command('user').description('后台账号').helpCommand('help [verb]', '显示一个命令的帮助')
  addAdd(user)
  addList(user)
  addSwitch(user, 'disable', '停用账号，并退出他的所有登录')
  addSwitch(user, 'enable', '启用账号')
  addPassword(user)
}

function addAdd(user: Command): void {
  user
    .command('add')
    .description('新建账号，并发一次性密码')
    .argument('<name>', '登录名：小写字母、数字、点或短横')
    .requiredOption('--role <角色>', roles.map((role) => `${role} ${roleLabels[role]}`).join('，'))
    .option('--agency <代码>', '所在单位，单位编辑和单位审核要填')
    .option('--display-name <姓名>', '姓名；不写则同登录名')
    .option('--password-stdin', '从标准输入读密码，不另发')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (name: string, { role, agency, displayName, passwordStdin, json }: AddOptions) => {
      const password = passwordStdin && (await readPassword())
      await askOffice({ makes: true }, async (office) => {
        const wanted = { name, displayName: displayName ?? name, role, agency: agency ?? null }
        const given = password === undefined ? {} : { password }
        const issued = await tellingRefusals(json, () => office.addAccount(commandLine, { ...wanted, ...given }))
        tellIssued(`已新建账号 ${name}`, { ...issued, isGiven: password !== undefined, json })
      })
    })
}

function addList(user: Command): void {
  user
    .command('list')
    .description('列出账号')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(({ json }: Json) =>
      askOffice({}, async (office) => {
        const accounts = await office.listAccounts(commandLine)
        if (json) printJson({ accounts })
        else printLines(describe(accounts))
      }),
    )
}

function describe(accounts: readonly AccountSummary[]): string[] {
  const rows = accounts.map(({ name, displayName, role, agency, disabled, mustChange }) => [
    name,
    displayName,
    roleLabels[role],
    agency ?? '全市',
    disabled ? '已停用' : mustChange ? '等待首次登录' : '在用',
  ])
  return [`${accounts.length} 个账号`, ...tableLines([['登录名', '姓名', '角色', '单位', '状态'], ...rows])]
}

function addSwitch(user: Command, verb: 'disable' | 'enable', description: string): void {
  const change = (office: ComposedOffice, name: string) =>
    verb === 'disable' ? office.disableAccount(commandLine, name) : office.enableAccount(commandLine, name)
  user
    .command(verb)
    .description(description)
    .argument('<name>', '登录名')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action((name: string, { json }: Json) =>
      askOffice({}, async (office) => {
        await change(office, name)
        const disabled = verb === 'disable'
        if (json) printJson({ name, disabled })
        else printLines([disabled ? `已停用 ${name}，他的所有登录都已退出。` : `已启用 ${name}。`])
      }),
    )
}

function addPassword(user: Command): void {
  user
    .command('password')
    .description('重发一次性密码，并退出他的所有登录')
    .argument('<name>', '登录名')
    .option('--password-stdin', '从标准输入读密码，不另发')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (name: string, { passwordStdin, json }: Json & { passwordStdin?: true }) => {
      const password = passwordStdin && (await readPassword())
      await askOffice({}, async (office) => {
        const issued = await tellingRefusals(json, () => office.resetPassword(commandLine, name, password))
        tellIssued(`${name} 的密码已重发`, { ...issued, isGiven: password !== undefined, json })
      })
    })
}

/** The first line of standard input: a password in the arguments would stand in the list of processes. */
async function readPassword(): Promise<string> {
  return (await text(process.stdin)).split(/\r?\n/)[0] ?? ''
}

/** A password that came in does not go out again. */
function tellIssued(
  done: string,
  { name, password, isGiven, json }: { name: string; password: string; isGiven: boolean; json: true | undefined },
): void {
  if (json) printJson(isGiven ? { name } : { name, password })
  else if (isGiven) printLines([`${done}，首次登录时要换密码。`])
  else printLines([`${done}，一次性密码（只显示这一次，首次登录时要换）：`, password])
}
