import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

/**
 * The server and its command line, for Node: our own packages are bundled, everything from npm stays outside. The worker
 * thread's file is plain JavaScript and lies beside it, as it does in the sources.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: { main: 'src/main.ts', cli: 'src/cli.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@counterfoil\//] },
  plugins: [
    {
      name: 'hash-worker',
      generateBundle() {
        const source = readFileSync(new URL('src/crypto/hash-worker.mjs', import.meta.url))
        this.emitFile({ type: 'asset', fileName: 'hash-worker.mjs', source })
      },
    },
  ],
})
