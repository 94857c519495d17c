import { test } from '../fixtures.ts';
import { entering } from './strangers/entering.ts';
import { filling } from './strangers/filling.ts';
import { isolated } from './strangers/isolated.ts';
import { leaving } from './strangers/leaving.ts';
import { Newcomer } from './strangers/newcomer.ts';

test.describe.configure({ mode: 'serial' });

// What these journeys bring about on purpose: pages that are not there, refusals, a line that is cut, a session that
// ends while a page of it still asks for news.
test.use({
	tolerated: [
		[
			/status of (40[0149]|422)/,
			/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/,
			/api\/live' failed: HTTP Authentication failed/
		],
		{ scope: 'test' }
	]
});

const newcomer = new Newcomer();

test.describe('what belongs to others', () => isolated());
test.describe('the ways in', () => entering(newcomer));
test.describe('an intern with a poor line or an old browser', () => filling(newcomer));
test.describe('whoever leaves', () => leaving(newcomer));
