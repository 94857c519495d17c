import { getSiteBlock } from '@stazhirovka/contract/sites';
import { render } from 'svelte/server';
import { orError } from '#lib/server/answer.ts';
import Block from '#lib/sites/Block.svelte';
import style from '#lib/sites/block.css?inline';

/** The only page of ours that others may put into theirs: it runs nothing and asks nobody for anything. */
const OPEN =
	"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

export async function GET({ locals, params }) {
	const block = orError(await locals.call(getSiteBlock, { params }));
	const { body } = await render(Block, { props: { block } });

	return new Response(pageOf(body), {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': OPEN,
			'cross-origin-resource-policy': 'cross-origin',
			'cache-control': 'public, max-age=300'
		}
	});
}

function pageOf(body: string): string {
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${style}</style>`;
	const name = /<h1[^>]*>([^<]*)/.exec(body)?.[1] ?? '';
	return `<!doctype html><html lang="ru"><head>${head}<title>${name}</title></head><body>${body}</body></html>`;
}
