import { on } from 'svelte/events';

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * In a table of radio groups the arrows to the sides choose a level, as everywhere; those up and down go to the same
 * column of another row without choosing anything. Where cells stand under one another they stay as the browser has them.
 */
export function upAndDown(table: HTMLTableElement) {
	return on(table, 'keydown', (event) => {
		const cell = (event.target as Element).closest('td');
		const row = cell?.closest('tr');
		const step = STEPS[event.key];
		if (!cell || !row || !step || getComputedStyle(cell).display !== 'table-cell') return;

		event.preventDefault();
		const next = table.rows[row.rowIndex + step]?.cells[cell.cellIndex];
		const radio = next?.querySelector<HTMLElement>(':checked') ?? next?.querySelector<HTMLElement>('input');
		radio?.focus();
	});
}
