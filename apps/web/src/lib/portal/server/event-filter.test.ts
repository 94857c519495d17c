import { expect, test } from 'vitest';
import { eventFilterIn } from './event-filter.ts';

test('R146 a filter of events is read from the address, and what cannot be one is left out', () => {
	const at = (query: string) => eventFilterIn(new URL(`http://stazhirovka.test/calendar?${query}`));
	expect(at('format=%20семинар%20&month=2026-11&region=x&siteId=&other=1')).toEqual({
		format: 'семинар',
		month: '2026-11'
	});
	expect(at('month=2026-13')).toEqual({});
});
