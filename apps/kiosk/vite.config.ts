import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { manifest } from './manifest.ts'
import { withIntegrity } from './with-integrity.ts'

/** Where `/api` goes while developing: a running server. */
const SERVER = process.env['COUNTERFOIL_SERVER'] ?? 'http://localhost:8787'

export default defineConfig({
  base: '/kiosk/',
  define: { APP_VERSION: JSON.stringify(process.env['npm_package_version'] ?? '0.1.0') },
  // The package's own entry is an ES5 bundle; its own minified build of the same code is 13 kB lighter.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      // Registered by compose.ts: a new version waits until the screens say that nobody is served.
      injectRegister: false,
      registerType: 'prompt',
      manifest,
      manifestFilename: 'manifest.webmanifest',
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm,webmanifest,mp3,wav}'],
        globIgnores: ['screenshots/**', 'sw.js'],
        // The decoder is the largest part, and a tablet without network needs it most.
        maximumFileSizeToCacheInBytes: 6 * 1024 * 1024,
        // A hotel's network answers every address with its own page: that is never kept as a part.
        manifestTransforms: [withIntegrity('dist')],
      },
      devOptions: { enabled: false },
    }),
  ],
  css: { postcss: {} },
  build: {
    target: 'es2022',
    sourcemap: true,
    modulePreload: { polyfill: false },
    // Shared by everything; as one file it packs better than as many.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/react\/|messages\/src\/[\w-]+\.ts$|src\/app\/text\.ts$|src\/kiosk\.ts$|vite\/preload-helper/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': { target: SERVER, changeOrigin: false } } },
})
