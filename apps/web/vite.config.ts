import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { compileWords, WORDS } from './compile-words.ts';

const service = process.env.API_URL ?? 'http://127.0.0.1:3001';

// The type checker reads this file too and must find the typed messages on a fresh checkout.
await compileWords();

export default defineConfig(({ command }) => ({
	plugins: [
		// A build has just compiled them and watches nothing; to do so again takes a fifth of its time.
		command === 'serve' && paraglideVitePlugin(WORDS),
		sveltekit({
			adapter: adapter(),
			compilerOptions: { runes: true },
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'style-src': ['self'],
					'style-src-attr': ['unsafe-inline'],
					'img-src': ['self', 'data:', 'blob:'],
					'object-src': ['none'],
					'base-uri': ['self'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	],
	// A font inlined as data: would be refused by the policy above.
	build: { assetsInlineLimit: 0 },
	server: { proxy: { '/api': { target: service, ws: true } } }
}));
