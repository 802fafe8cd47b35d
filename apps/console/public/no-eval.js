// Read by zod when it loads: it would otherwise try to compile its checks, which our policy forbids.
// oxlint-disable-next-line no-underscore-dangle -- the name is zod's
globalThis.__zod_globalConfig = { jitless: true }
