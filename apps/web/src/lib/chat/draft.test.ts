import type { Message } from '@stazhirovka/domain/chat';
import { expect, test } from 'vitest';
import { DraftBox, type Aim, type Draft } from './draft.svelte.ts';

/** A box and what the browser keeps of it. */
function open(kept: { draft: Draft | null } = { draft: null }) {
	const aim: Aim = { replyTo: null, about: null };
	const browser = {
		read: () => Promise.resolve({ outbox: [], draft: kept.draft }),
		outbox: () => undefined,
		draft: (draft: Draft | null) => void (kept.draft = draft)
	};
	return { box: new DraftBox(browser, aim), kept, aim };
}

const said = (text: string) => ({ seq: 4, text }) as Message;

test('C7: an edit that was refused keeps its words; one that was accepted ends', async () => {
	const { box } = open();
	box.edit(said('было'));
	box.text = 'стало';

	expect(await box.save(() => Promise.resolve(false))).toBe(false);
	expect([box.text, box.editing?.seq]).toEqual(['стало', 4]);
	expect(await box.save(() => Promise.resolve(true))).toBe(true);
});

test('C7: an edit pressed twice is sent once; one that changes nothing is not sent', async () => {
	const { box } = open();
	let sent = 0;
	const accept = () => Promise.resolve(++sent > 0);
	box.edit(said('было'));
	expect([await box.save(accept), sent]).toEqual([true, 0]);

	box.text = 'стало';
	expect(await Promise.all([box.save(accept), box.save(accept)])).toEqual([true, false]);
	expect(sent).toBe(1);
});

test('C7: a message taken up while an edit is on its way is not ended by its answer', async () => {
	const { box } = open();
	box.edit(said('было'));
	box.text = 'стало';
	const saved = box.save(() => Promise.resolve(true));
	box.edit(said('другое'));

	expect([await saved, box.text]).toEqual([false, 'другое']);
});

test('C7: words that were not sent come back before what has been typed since, and are kept', () => {
	const { box, kept } = open();
	box.text = 'новое';
	box.edit(said('правится'));
	box.take({ text: 'неотправленное', files: [] });

	expect([box.editing, box.text]).toEqual([null, 'неотправленное\nновое']);
	expect(kept.draft?.text).toBe('неотправленное\nновое');
});

test('C7: after a reload a draft goes where it was meant; what the page was opened for comes before', () => {
	const about = { ref: { kind: 'task', key: 'plan' }, title: 'План' } as const;
	const { box, kept, aim } = open();
	[aim.replyTo, aim.about] = [said('вопрос'), about];
	box.text = 'ответ';
	box.keep();

	const later = open(kept);
	later.box.restore(kept.draft);
	expect([later.box.text, later.aim]).toEqual(['ответ', { replyTo: said('вопрос'), about }]);

	const named = open(kept);
	named.aim.about = { ...about, title: 'Другое' };
	named.box.restore(kept.draft);
	expect([named.box.text, named.aim.replyTo, named.aim.about.title]).toEqual(['ответ', null, 'Другое']);
});

test('C7: whoever leaves before the draft was read does not lose it', () => {
	const { box, kept } = open({ draft: { text: 'написано раньше', files: [] } });
	box.keep();
	expect(kept.draft?.text).toBe('написано раньше');

	box.restore(kept.draft);
	box.clear();
	expect(kept.draft).toBeNull();
});
