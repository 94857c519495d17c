import type { Desk } from './desk.svelte.ts';
import type { ListKey } from './list-keys.ts';

/** What a key does with the message that it is pressed on; null when that may not be done. */
export function actOf(desk: Desk, key: ListKey, on: NonNullable<Desk['menu']>): (() => unknown) | null {
	const { message } = on;
	const may = desk.may(message);
	if (key === 'menu') return () => (desk.menu = on);
	if (key === 'reply' && may.reply) return () => desk.reply(message);
	if (key === 'edit' && may.edit) return () => desk.edit(message);
	if (key === 'thread') return () => desk.thread(message);
	if (key === 'remove' && may.remove) return () => (desk.question = { kind: 'remove', message });
	return null;
}
