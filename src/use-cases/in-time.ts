import { CatalogError } from '../domain/catalog-error.ts'

/** Waits for the store's answer, but not for ever. @throws CatalogError `store-unavailable` after so many milliseconds. */
export async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CatalogError('store-unavailable', { reason: '没有及时回答' })), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
