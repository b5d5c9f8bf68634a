// What GitHub refuses: an error that carries the status and the answer.
import type { Json } from './model/json-object.ts';

/** A refused request; `type` is GraphQL's word for the same refusal, `needs` the permissions of a token that would do. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly errors: readonly Json[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, type: string, errors?: readonly Json[], needs?: string) {
    super(message);
    this.status = status;
    this.type = type;
    this.errors = errors;
    this.headers = needs === undefined ? {} : { 'X-Accepted-GitHub-Permissions': needs };
  }

  /** The answer's body, in GitHub's form. */
  json(): Json {
    return {
      message: this.message,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }

  static notFound(message = 'Not Found'): Refusal {
    return new Refusal(404, message, 'NOT_FOUND');
  }

  static forbidden(message: string, needs?: string): Refusal {
    return new Refusal(403, message, 'FORBIDDEN', undefined, needs);
  }

  static unauthorized(message = 'Requires authentication'): Refusal {
    return new Refusal(401, message, 'UNAUTHORIZED');
  }

  /** 422 about one field; `code` is one of GitHub's: missing, missing_field, invalid, already_exists, custom. */
  static invalid(resource: string, field: string, code: string, message?: string): Refusal {
    const error = { resource, code, field, ...(message === undefined ? {} : { message }) };
    return new Refusal(422, 'Validation Failed', 'UNPROCESSABLE', [error]);
  }

  static unprocessable(message: string): Refusal {
    return new Refusal(422, message, 'UNPROCESSABLE');
  }
}
