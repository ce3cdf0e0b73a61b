import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.ACCORD_URL ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'mantine', test: /node_modules[\\/](@mantine[\\/](core|hooks)|@floating-ui)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/demo': server,
      '/explorer': server,
    },
  },
});
