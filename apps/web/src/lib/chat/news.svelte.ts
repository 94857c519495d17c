import { untrack } from 'svelte';
import { m } from '#lib/paraglide/messages.js';
import type { Standing } from '#lib/shell/standing.svelte.ts';
import { plain } from './markdown.ts';
import type { RoomController } from './room.svelte.ts';

/** What others write is said aloud once; what appears by scrolling is not. */
export function sayNews(controller: RoomController, standing: Standing): void {
	let told = untrack(() => controller.room.seq);
	$effect(() => {
		const { seq: top, messages } = controller.room;
		const last = messages.findLast(({ seq, author }) => seq > told && author.id !== controller.me);
		told = top;
		if (last) standing.announce(m.chat_said({ name: last.author.shortName, words: plain(last.text) }));
	});
}
