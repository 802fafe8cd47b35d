import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** In development the pages come from here and everything else from a running server. */
const SERVER = process.env['COUNTERFOIL_SERVER'] ?? 'http://localhost:8787'

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  server: { proxy: { '/api': SERVER } },
  build: { outDir: 'dist', emptyOutDir: true },
})
