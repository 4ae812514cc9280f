/** A story starts servers and a browser: jest's five seconds are for unit tests (a project's config cannot say so). */
jest.setTimeout(120_000);
