import { createActors } from "../actors/create-actors.ts";
import { parseDay } from "../domain/day.ts";
import { createExtractor } from "../extract/extract.ts";
import { createSources } from "../picture/sources.ts";
import { importedPlacesPath } from "../store/imported-places.ts";
import { madeWith } from "../store/made-with.ts";
import { PACKAGE_FOLDER, readActorFiles, readLexicon, readSourceFiles } from "../store/read-data.ts";
import { readGazetteer } from "../store/read-gazetteer.ts";
import { type Cli, told, WITH_PROBLEMS } from "./cli.ts";

/** The real clock, disk, environment and streams. */
export function processCli(): Cli {
  const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);
  // A reader such as `head` that has seen enough closes the pipe; that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const exit = (code: number) => {
    process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
  };
  const err = write(process.stderr);
  const now = () => new Date().toISOString();
  const actors = once(() => createActors(readActorFiles()));
  const gazetteer = once(() => readGazetteer(PACKAGE_FOLDER, importedPlacesPath(process.env)));
  return {
    out: write(process.stdout),
    err,
    problem: (problem) => {
      err(told(problem));
      exit(WITH_PROBLEMS);
    },
    exit,
    stdin: process.stdin,
    env: process.env,
    watched: process.stderr.isTTY === true,
    today: () => parseDay(now().slice(0, 10))!,
    now,
    actors,
    gazetteer,
    foldDeps: once(() => ({
      actors: actors(),
      sources: createSources(readSourceFiles()),
      isSeat: (place) => ["country", "province"].includes(gazetteer().place(place)?.seatOf ?? ""),
    })),
    madeWith: once(() => madeWith(importedPlacesPath(process.env))),
    extractor: (countries) =>
      createExtractor({
        gazetteer: gazetteer(),
        actors: actors(),
        lexicon: readLexicon(),
        ...(countries && { countries }),
      }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
