/** The little that the tests of the tracker ask of it. */
declare module 'jsdom' {
  export class ResourceLoader {
    fetch(url: string): Promise<Buffer> | null;
  }
  export class JSDOM {
    readonly window: Window & typeof globalThis;
    constructor(
      html: string,
      options: {
        url: string;
        referrer?: string;
        runScripts: 'dangerously';
        resources: ResourceLoader;
        beforeParse: (window: Window & typeof globalThis) => void;
      },
    );
  }
}
