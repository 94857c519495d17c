import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { controlAt, type Control } from './control.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Programme = { [part: string]: Json };
type Step = string | number;

/** Writes what a programme says into the controls of an open chapter, as an author would: one after another. */
export class Writer {
	readonly #page: Page;
	readonly #wanted: Programme;

	constructor(page: Page, wanted: Programme) {
		this.#page = page;
		this.#wanted = wanted;
	}

	async part(name: string): Promise<void> {
		const value = this.#wanted[name];
		if (value !== undefined) await this.#write([name], value);
	}

	/** A card that the platform begins with what it must have. */
	async card(key: string, at: number): Promise<void> {
		const card = (this.#wanted.forms as Programme)[key];
		if (card === undefined) return;
		await this.#page.locator(`[id="at-forms-${at}"]`).click();
		await this.#page.getByRole('button', { name: 'Добавить карту' }).click();
		await this.#withoutRule(['forms', key], card as Programme);
		await this.#write(['forms', key], card);
		await this.#page.getByRole('button', { name: 'К списку карт' }).click();
	}

	async #write(path: Step[], value: Json): Promise<void> {
		if (await this.#special(path, value)) return;

		if (Array.isArray(value)) {
			if (value.every((one) => isRecord(one))) await this.#things(path, value as Programme[]);
			else await this.#lines(path, value.map(String));
		} else if (isRecord(value)) {
			for (const [key, inner] of Object.entries(value)) await this.#write([...path, key], inner);
		} else await this.#leaf(path, value);
	}

	async #leaf(path: Step[], value: Exclude<Json, object>): Promise<void> {
		const control = await this.#controlAt(path);
		const there = this.#at(path);
		if (control?.kind === 'text') await there.fill(String(value ?? ''));
		if (control?.kind === 'check') {
			// A box that nobody has touched says nothing: yes and no are both said by pressing it.
			await there.setChecked(true);
			if (!value) await there.setChecked(false);
		}
		if (control?.kind === 'radios') await there.locator(`input[value="${String(value)}"]`).check();
		if (control?.kind === 'select') await this.#choose(path, control.options, String(value));
	}

	/** One of the choices; or a thing by its title; or a ready wording with its numbers; or words of one's own. */
	async #choose(path: Step[], options: { value: string; label: string }[], value: string): Promise<void> {
		const title = this.#titleOf(value);
		const exact = options.find((one) => one.label === title) ?? options.find((one) => one.value === value);
		if (exact) {
			await this.#at(path).selectOption(exact.value);
			return;
		}
		for (const { value: option, label } of options) {
			const pattern = label.split('…').map(escaped).join('(\\d+)');
			const numbers = new RegExp(`^${pattern}$`).exec(value)?.slice(1);
			if (!numbers || option.trim() === 'own') continue;
			await this.#at(path).selectOption(option);
			const boxes = this.#page.locator(`input[id^="${idOf(path)}-"]`);
			for (const [n, number] of numbers.entries()) await boxes.nth(n).fill(number);
			return;
		}
		await this.#at(path).selectOption(options.find((one) => one.value.trim() === 'own')?.value ?? '');
		await this.#page.locator(`[id="${idOf(path)}-own"]`).fill(value);
	}

	async #lines(path: Step[], lines: string[]): Promise<void> {
		const group = this.#at(path);
		await this.#controlAt(path);
		for (const folded of await group.locator('details:not([open]) > summary').all()) await folded.click();
		const boxes = group.getByRole('checkbox');
		if ((await boxes.count()) > 0) {
			for (const line of lines) await this.#box(group, line).check();
			return;
		}
		for (const [n, line] of lines.entries()) {
			await this.#enough(path, n);
			await this.#at([...path, n]).fill(line);
		}
	}

	#box(group: Locator, key: string): Locator {
		const title = this.#titleOf(key);
		return title === undefined
			? group.locator(`input[value="${key}"]`)
			: group.getByRole('checkbox', { name: title, exact: true });
	}

	async #things(path: Step[], things: Programme[]): Promise<void> {
		await this.#controlAt(path);
		for (const [n, thing] of things.entries()) {
			const isNew =
				path.at(-1) === 'fields' ? await this.#inPlace(path, n, thing) : await this.#enough(path, n);
			if (!isNew) await this.#unfolded([...path, n]);
			await this.#write([...path, n], thing);
		}
		for (let n = await this.#count(path); n > things.length; n -= 1)
			await this.#button(path, `remove-${n - 1}`).click();
	}

	/** Adds a thing where there are too few; true when it did. */
	async #enough(path: Step[], index: number): Promise<boolean> {
		if ((await this.#count(path)) > index) return false;
		await this.#button(path, 'add').click();
		await expect(this.#button(path, `remove-${index}`)).toBeVisible();
		return true;
	}

	/** A field that a new card does not bring along is added and moved to its place with the keyboard. */
	async #inPlace(path: Step[], index: number, { label }: Programme): Promise<boolean> {
		const names = await this.#at(path).locator('button.name').allInnerTexts();
		if (names[index]?.trim() === label) return false;

		await this.#enough(path, names.length);
		await this.#at([...path, names.length, 'label']).fill(String(label));
		await this.#button(path, `up-${names.length}`).focus();
		for (let at = names.length; at > index; at -= 1) await this.#page.keyboard.press('Enter');
		return true;
	}

	async #unfolded(path: Step[]): Promise<void> {
		const row = this.#page.locator('li', {
			has: this.#button(path.slice(0, -1), `remove-${String(path.at(-1))}`)
		});
		const name = row.last().locator('button.name:not([aria-expanded="true"], [aria-current])');
		if ((await name.count()) > 0) await name.first().click();
	}

	/** A card begins with a rule; the wanted one may have none. */
	async #withoutRule(path: Step[], wanted: Programme): Promise<void> {
		const rule = [...path, 'rule'];
		if (wanted.rule === undefined && (await this.#controlAt(rule))) await this.#at(rule).fill('');
	}

	/** Controls made for one place; their ways are their own. */
	async #special(path: Step[], value: Json): Promise<boolean> {
		const place = path.filter((step) => typeof step === 'string').join('.');
		if (place === 'competency.alignment') {
			for (const one of value as Programme[]) {
				await this.#button(path, 'function').selectOption(`${String(one.framework)} ${String(one.code)}`);
			}
			return true;
		}
		if (place === 'rubric.criteria.levels') {
			const row = this.#page.locator('li', { has: this.#at([...path.slice(0, -1), 'title']) });
			for (const [n, level] of (value as Programme[]).entries()) {
				await row.locator('.levels textarea').nth(n).fill(String(level.descriptor));
			}
			return true;
		}
		if (place.endsWith('.expert_key')) {
			await this.#marks(path, value as { [row: string]: string[] });
			return true;
		}
		if (place === 'diagnostic.items.options') {
			await this.#answers(path, value as Programme[]);
			return true;
		}
		return false;
	}

	async #marks(path: Step[], marks: { [row: string]: string[] }): Promise<void> {
		const card = (this.#wanted.forms as Programme)[String(path[1])] as Programme;
		const rows = (card.rows as Programme[]).map(({ key }) => key);
		const columns = (this.#wanted.deficits as Programme[]).map(({ key }) => key);
		for (const [row, named] of Object.entries(marks)) {
			const cells = this.#at(path).locator('tbody tr').nth(rows.indexOf(row)).getByRole('checkbox');
			for (const column of named) await cells.nth(columns.indexOf(column)).check();
		}
	}

	async #answers(path: Step[], answers: Programme[]): Promise<void> {
		for (const [n, { text }] of answers.entries()) {
			await this.#enough(path, n);
			await this.#at([...path, n, 'text']).fill(String(text));
		}
		const right = answers.findIndex(({ correct }) => correct === true);
		if (right !== -1)
			await this.#page
				.locator(`input[name="${idOf(path)}"]`)
				.nth(right)
				.check();
	}

	#controlAt(path: Step[]): Promise<Control | null> {
		return controlAt(this.#page, idOf(path));
	}

	#count(path: Step[]): Promise<number> {
		return this.#page.locator(`button[id^="${idOf(path)}-remove-"]`).count();
	}

	#at(path: Step[]): Locator {
		return this.#page.locator(`[id="${idOf(path)}"]`);
	}

	#button(path: Step[], name: string): Locator {
		return this.#page.locator(`[id="${idOf(path)}-${name}"]`);
	}

	/** The words by which an author knows what the file names by a key. */
	#titleOf(key: string): string | undefined {
		const lists = ['deficits', 'tasks', 'materials'].map((part) => this.#wanted[part] as Programme[]);
		const title = lists.flat().find((thing) => thing.key === key)?.title;
		return typeof title === 'string' ? title : undefined;
	}
}

function isRecord(value: Json): value is { [key: string]: Json } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(path: Step[]): string {
	return `at-${path.join('.')}`;
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
