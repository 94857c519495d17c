import type { ChatEventType } from '@stazhirovka/domain/chat';

/** An event on its way into the log of its room. */
export type NewEvent = {
	roomId: string;
	authorId: string;
	/** Made by the client: the same id again is stored once (C2). */
	clientId: string;
	/** Of what the client chose, in hex (C3). */
	hash: string;
	/** Null: the database's clock. */
	at: Date | null;
	type: ChatEventType;
	/** The message that it happens to, or the one that a message answers. */
	message: number | null;
	body: Record<string, unknown>;
	/** What must hold of room, author and message at the moment of storing. `judge`: set over the room, and need not be in it. */
	demands: { open?: boolean; moderator?: boolean; own?: boolean; judge?: boolean };
};
