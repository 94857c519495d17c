/** The reactions that there are, in the order in which they are shown. */
export const REACTIONS = [
	{ name: 'thumbs_up', sign: '👍' },
	{ name: 'heart', sign: '❤️' },
	{ name: 'clap', sign: '👏' },
	{ name: 'idea', sign: '💡' },
	{ name: 'smile', sign: '🙂' },
	{ name: 'question', sign: '❓' },
	{ name: 'done', sign: '✅' }
] as const;

export type ReactionName = (typeof REACTIONS)[number]['name'];
export const REACTION_NAMES = REACTIONS.map(({ name }) => name) as [ReactionName, ...ReactionName[]];

/** Who reacted so, in the order of doing it. */
export type Reaction = { name: ReactionName; by: string[] };

/** The same person reacts in the same way once. */
export function withReaction(all: readonly Reaction[], name: ReactionName, personId: string): Reaction[] {
	const by = byOf(all, name);
	return by.includes(personId) ? [...all] : replaced(all, { name, by: [...by, personId] });
}

export function withoutReaction(all: readonly Reaction[], name: ReactionName, personId: string): Reaction[] {
	return replaced(all, { name, by: byOf(all, name).filter((id) => id !== personId) });
}

function byOf(all: readonly Reaction[], name: ReactionName): string[] {
	return all.find((reaction) => reaction.name === name)?.by ?? [];
}

function replaced(all: readonly Reaction[], changed: Reaction): Reaction[] {
	return REACTION_NAMES.flatMap((name) => {
		const by = name === changed.name ? changed.by : byOf(all, name);
		return by.length ? [{ name, by }] : [];
	});
}
