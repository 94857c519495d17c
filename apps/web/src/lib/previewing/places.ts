import type { Previewed } from '@stazhirovka/domain/programmes/designing';

/** Pages of an intern that are one thing to fill in, by their place on the path. */
const FILLED: Record<string, Previewed> = {
	diagnosis: { of: 'diagnostic' },
	'learning-route': { of: 'card', key: 'route_form' },
	'effectiveness-card': { of: 'card', key: 'effectiveness_card' },
	'final-work': { of: 'final_work' },
	reviews: { of: 'rubric' },
	survey: { of: 'survey' }
};

export function filledAt(place: string): Previewed | null {
	return Object.hasOwn(FILLED, place) ? (FILLED[place] ?? null) : null;
}

/** Pages that the platform makes of what people have done. */
export function isMade(place: string): boolean {
	return place === 'deficit-card' || place === 'certificate';
}
