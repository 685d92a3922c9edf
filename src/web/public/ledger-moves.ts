import type { LedgerMove, LedgerMoves } from '../../../views/parts/ledger-account.tsx'
import { type AccountOf, type LedgerAccount, movementsOf } from '../../../views/parts/movements.ts'
import { additions, type Movement } from '../../domain/decisions/ledger.ts'
import type { Day } from '../../schema/types.ts'
import type { LifeEntry, Standing, UseCases } from '../../use-cases/use-cases.ts'

/** What happens to an item when it moves so; the others are called as the movement is. */
const kinds: Readonly<Partial<Record<Movement, readonly LifeEntry['kind'][]>>> = {
  resume: ['resume', 'expire'],
  reclassifyIn: ['reclassify'],
  reclassifyOut: ['reclassify'],
  transferIn: ['transfer'],
  transferOut: ['transfer'],
  revokeIn: ['revoke'],
  revokeOut: ['revoke'],
}

/** The items behind every movement of an account, with what happened to them in the span and the decision behind it. */
export async function followMoves(
  { getLife }: Pick<UseCases, 'getLife'>,
  { account, of, from, to }: { account: LedgerAccount; of: AccountOf; from: Day; to: Day },
): Promise<LedgerMoves> {
  const moves: Partial<Record<Movement, LedgerMove[]>> = {}
  for (const { movement } of movementsOf(account)) {
    const codes = [...new Set(account.items[movement])]
    moves[movement] = await Promise.all(
      codes.map(async (code) => {
        const life = await getLife(code)
        return {
          code,
          events: life.filter((event) => isMove(event, movement, of) && event.day >= from && event.day <= to),
        }
      }),
    )
  }
  return moves
}

function isMove({ kind, before, after }: LifeEntry, movement: Movement, of: AccountOf): boolean {
  const expected: readonly string[] = kinds[movement] ?? [movement]
  if (!expected.includes(kind)) return false
  const isAddition = (additions as readonly Movement[]).includes(movement)
  return belongs(isAddition ? after : before, of) && !belongs(isAddition ? before : after, of)
}

/** Whether a standing counts in the account. */
function belongs({ state, agency, type }: Standing, { kind, code }: AccountOf): boolean {
  if (state !== 'active') return false
  return kind === 'city' || (kind === 'agency' ? agency === code : type === code)
}
