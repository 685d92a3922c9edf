// Preloaded into a process whose clock is two hours behind the others'.
const now = Date.now
const behind = 2 * 3600 * 1000
Date.now = () => now() - behind
globalThis.Date = new Proxy(Date, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now() - behind] : args, self),
})
