// Read by zod when it loads: it would otherwise try to compile its checks, which our policy forbids.
globalThis.__zod_globalConfig = { jitless: true }
