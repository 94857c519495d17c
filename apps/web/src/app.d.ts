import type { Call } from '@stazhirovka/contract/client';
import type { Me } from '@stazhirovka/contract/accounts';
import type { Panel } from '#lib/chat/desk-kinds.ts';
import type { Download, SendFile, SendParts } from '#lib/server/line.ts';
import type { Preferences } from '#lib/shell/preferences.ts';

declare global {
	namespace App {
		// Augmenting SvelteKit's own interfaces is what these are for.
		interface Error {
			/** A stable code of the contract; `explain` has words for it. */
			code?: string;
		}
		interface PageState {
			/** What stands open beside a conversation. */
			panel?: Panel;
		}
		interface Locals {
			call: Call;
			sendFile: SendFile;
			sendParts: SendParts;
			download: Download;
			actor: Me | null;
			/** The service shows demonstration people and their letters. */
			demonstration: boolean;
			preferences: Preferences;
		}
	}
}
