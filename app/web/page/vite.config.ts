import { defineConfig } from 'vite';

import { precompress } from './precompress';

// dist/: index.html, icon.svg and assets/NAME-HASH.{js,css}; beside each text file its .br and .gz.
// Assets never change under their name, so that a browser may keep them for good; index.html it asks for anew.
export default defineConfig({
  plugins: [precompress()],
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0, // no data: URLs, which the content security policy refuses
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': process.env.GEGENPROBE_SERVER ?? 'http://127.0.0.1:8765' } },
});
