import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LICENCES, licenceFaults, choiceFaults, linkFaults, NO_CHOICE, shownOf } from './index.ts';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
const available = fc.record({ staff: ids, documents: ids, agreements: ids });
const choice = fc.record({
	about: fc.string(),
	plan: fc.boolean(),
	staff: ids,
	documents: ids,
	agreements: ids
});

test('what is shown is always chosen and still available, and has no fault', () => {
	fc.assert(
		fc.property(choice, available, (chosen, there) => {
			const shown = shownOf(chosen, there);
			expect(choiceFaults(shown, there)).toEqual([]);
			expect(shownOf(shown, there)).toEqual(shown);
			expect(shown.staff.every((id) => (chosen.staff as string[]).includes(id))).toBe(true);
		})
	);
});

test('a choice of what is not there is a fault of its part, and nothing chosen is none', () => {
	const there = { staff: ['a'], documents: [], agreements: ['c'] };
	expect(choiceFaults(NO_CHOICE, there)).toEqual([]);
	expect(
		choiceFaults({ ...NO_CHOICE, staff: ['a', 'b'], documents: ['d'], agreements: ['c'] }, there)
	).toEqual([
		{ field: 'staff', code: 'passport.staff_unknown' },
		{ field: 'documents', code: 'passport.document_unknown' }
	]);
});

test('R138 a product lies at an address of the web, or at none', () => {
	expect([null, 'https://school.ru/a', 'http://институт.рф/b'].flatMap(linkFaults)).toEqual([]);
	expect(
		['javascript:alert(1)', 'school.ru', 'https://a', 'ftp://x.ru/1'].map((link) => linkFaults(link).length)
	).toEqual([1, 1, 1, 1]);
});

test.each(LICENCES)('R139: %s of an intern’s work is only for the author to give', (licence) => {
	expect(licenceFaults(licence, false)).toEqual([]);
	const faults = licence === 'consent' ? [] : [{ field: 'licence', code: 'passport.licence_of_work' }];
	expect(licenceFaults(licence, true)).toEqual(faults);
	expect(licenceFaults(null, true)).toEqual([]);
});
