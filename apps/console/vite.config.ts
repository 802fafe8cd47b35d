import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fakeApi } from './dev/fake-plugin'

const SERVER = process.env['COUNTERFOIL_SERVER'] ?? 'http://localhost:8787'

/** `FAKE=1 vite` serves made-up data; otherwise `/api` goes to a running server. */
export default defineConfig({
  base: '/console/',
  plugins: [react(), ...(process.env['FAKE'] === '1' ? [fakeApi()] : [])],
  server: { proxy: { '/api': SERVER } },
  build: { outDir: 'dist', emptyOutDir: true },
})
