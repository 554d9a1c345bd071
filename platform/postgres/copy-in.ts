// One COPY FROM STDIN as a query of the driver. The rows go out with the statement itself, without waiting for the
// server to ask for them: a short copy is one write and one answer. If the statement fails, the server passes over what
// follows it (https://www.postgresql.org/docs/current/protocol-flow.html, "COPY Operations").
import { type Socket } from 'node:net';
import pg, { type Connection } from 'pg';

const COPY_DATA = 0x64;
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);

interface CopyConnection extends Connection {
  readonly stream: Socket;
  query(text: string): void;
  sendCopyFail(reason: string): void;
}

/** A query of the driver's own kind: no other may share a pipelined connection. */
export class CopyIn extends pg.Query {
  /** Resolves when nothing more will be sent: another statement may follow on the same connection. */
  readonly sent: Promise<void>;
  /** Resolves when the rows are in; rejects with what kept them out. */
  readonly done: Promise<void>;
  readonly #text: string;
  readonly #chunks: Iterator<Buffer>;
  #endSending!: () => void;
  #settle!: (error?: Error) => void;
  #connection: CopyConnection | undefined;
  /** What kept us from sending all. */
  #fault: Error | undefined;

  constructor(text: string, chunks: Iterator<Buffer>) {
    super(text);
    this.#text = text;
    this.#chunks = chunks;
    this.sent = new Promise((resolve) => (this.#endSending = resolve));
    this.done = new Promise((resolve, reject) => {
      this.#settle = (error) => (error ? reject(error) : resolve());
    });
  }

  override submit = (connection: Connection): void => {
    this.#connection = connection as CopyConnection;
    const { stream } = this.#connection;
    stream.cork();
    this.#connection.query(this.#text);
    this.#send();
    stream.uncork();
  };

  /** Sends until the socket has enough, and goes on when it wants more. */
  readonly #send = (): void => {
    const connection = this.#connection;
    if (!connection) return;
    const { stream } = connection;
    try {
      for (;;) {
        const { value: chunk, done } = this.#chunks.next();
        if (done) break;
        const head = Buffer.from([COPY_DATA, 0, 0, 0, 0]);
        head.writeInt32BE(chunk.length + 4, 1);
        stream.write(head);
        if (stream.write(chunk)) continue;
        stream.once('drain', this.#send);
        return;
      }
      stream.write(COPY_DONE);
    } catch (fault) {
      this.#fault = fault as Error;
      connection.sendCopyFail(this.#fault.message);
    }
    this.#endSending();
  };

  handleCopyInResponse(): void {
    // We did not wait for it.
  }

  handleCommandComplete(): void {
    // The server is ready for the next query only a message later.
  }

  handleReadyForQuery(): void {
    this.#end();
  }

  handleError(error: Error): void {
    this.#end(this.#fault ?? error);
  }

  #end(error?: Error): void {
    this.#connection = undefined;
    this.#endSending();
    this.#settle(error);
  }
}
