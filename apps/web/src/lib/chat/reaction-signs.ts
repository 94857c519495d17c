import type { ReactionName } from '@stazhirovka/domain/chat';
import Check from '@lucide/svelte/icons/circle-check';
import Clap from '@lucide/svelte/icons/party-popper';
import Heart from '@lucide/svelte/icons/heart';
import Idea from '@lucide/svelte/icons/lightbulb';
import Question from '@lucide/svelte/icons/circle-question-mark';
import Smile from '@lucide/svelte/icons/smile';
import ThumbsUp from '@lucide/svelte/icons/thumbs-up';
import type { Component } from 'svelte';

/** Drawn, because computers of schools often have no letters for pictures. */
export const SIGNS: Record<ReactionName, Component<{ size?: string }>> = {
	thumbs_up: ThumbsUp,
	heart: Heart,
	clap: Clap,
	idea: Idea,
	smile: Smile,
	question: Question,
	done: Check
};
