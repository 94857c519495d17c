import type { Me } from '@stazhirovka/contract/accounts';
import { wayBack } from './way-back.ts';

/** Where somebody lands after signing in: back where they were going, else the first of their homes. */
export function homeOf(me: Me, back: string | null): string {
	return wayBack(back, firstHome(me));
}

function firstHome({ homes }: Me): string {
	if (homes.coordinator) return '/coordinator';
	if (homes.leader) return '/leader';
	if (homes.tutor) return '/tutor';
	if (homes.municipality) return '/plans';
	return homes.expert ? '/expert' : '/my';
}
