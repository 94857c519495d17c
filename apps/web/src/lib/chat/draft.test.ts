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

const said = (text: string) => ({ seq: 4, text, files: [] as Message['files'] }) as Message;

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

test('C7: a file that has come while a message is edited goes along with the next one', () => {
	const { box, kept } = open();
	box.text = 'вот файл';
	box.edit(said('было'));
	box.attach({ id: 'f', name: 'a.pdf', size: 1, mime: 'application/pdf' });
	box.keep();
	expect([box.files, kept.draft?.files.length]).toEqual([[], 1]);

	box.edit(null);
	expect([box.text, box.files.map(({ id }) => id)]).toEqual(['вот файл', ['f']]);
});

test('C7: a window in which nothing was typed leaves the draft of another one alone', () => {
	const place: { draft: Draft | null } = { draft: null };
	const [one, other] = [open(place), open(place)];
	one.box.restore(null);
	other.box.restore(null);
	one.box.text = 'длинный ответ';
	one.box.keep();

	other.box.keep();
	expect(place.draft?.text).toBe('длинный ответ');
	one.box.clear();
	expect(place.draft).toBeNull();
});

test('C7: the words of an edit that was not finished come back after a reload, and the draft behind them', () => {
	const { box, kept } = open();
	box.text = 'черновик';
	box.edit(said('было'));
	box.text = 'стало';
	box.keep();

	const later = open(kept);
	expect(later.box.restore(kept.draft)?.seq).toBe(4);
	later.box.keep();
	expect(kept.draft?.edit?.text).toBe('стало');
	later.box.edit(said('было'));
	expect(later.box.text).toBe('стало');
	later.box.edit(null);
	later.box.keep();
	expect([later.box.text, kept.draft?.text, kept.draft?.edit]).toEqual(['черновик', 'черновик', null]);
});

test('C7: words of an edit that may not be finished any more stay as words to send', () => {
	const { box, kept } = open({
		draft: { text: '', files: [], edit: { message: said('было'), text: 'стало' } }
	});
	box.restore(kept.draft);
	box.release();
	expect([box.text, kept.draft?.text, kept.draft?.edit]).toEqual(['стало', 'стало', null]);
});

test('C7: the words beside a file may be taken away; a message of words alone is not emptied', async () => {
	const { box } = open();
	const sent: string[] = [];
	const accept = (text: string) => Promise.resolve(sent.push(text) > 0);
	box.edit({ ...said('было'), files: [{ id: 'f', name: 'a.pdf', size: 1, mime: 'application/pdf' }] });
	box.text = '';
	expect([await box.save(accept), sent]).toEqual([true, ['']]);

	box.edit(said('было'));
	box.text = '';
	expect([await box.save(accept), sent]).toEqual([true, ['']]);
});
