import type { Context, MiddlewareHandler } from "hono";
import { Refusal } from "./answers.ts";
import type { ApiDeps, Role } from "./deps.ts";

/**
 * No script, style, image, font or connection but our own; nothing inline. An embedded page may stand in a frame of
 * any site and then shows nothing that changes the ledger.
 */
export function contentSecurityPolicy(embed: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${embed ? "*" : "'none'"}`,
  ].join("; ");
}

export function securityHeaders(embed: boolean): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicy(embed),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(embed ? {} : { "x-frame-options": "DENY" }),
  };
}

/** Refuses requests that carry a strange Host: a page on the net must not reach us by renaming itself to loopback. */
export function hostGuard(access: ApiDeps["access"]): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header("host") ?? "").replace(/:\d+$/, "");
    if (access.hosts && !access.hosts.includes(host)) {
      throw new Refusal(
        421,
        "host-unknown",
        `This server does not answer for the host "${host}".`,
        "Use the address that it printed when it started.",
      );
    }
    await next();
  };
}

const RANK: Readonly<Record<Role, number>> = { read: 0, review: 1, admin: 2 };

/** The role of a request; a wrong token is refused rather than taken for none. */
export function roleOf(c: Context, access: ApiDeps["access"]): Role {
  const token = /^Bearer\s+(\S+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  const role = token === undefined ? access.anyone : access.roleOf(token)?.role;
  if (role) return role;
  throw new Refusal(
    401,
    "token-needed",
    token === undefined ? "This server asks for a token." : "This token is not known.",
    "Ask whoever runs the server for one (asof token add), and give it on the page or as a Bearer header.",
  );
}

/** For requests that change the ledger: the role, and that no other site sent them. */
export function requireWriter(c: Context, access: ApiDeps["access"], needed: Role): void {
  const site = c.req.header("sec-fetch-site");
  const origin = c.req.header("origin");
  const own = origin === undefined || (URL.canParse(origin) && new URL(origin).host === c.req.header("host"));
  if ((site !== undefined && site !== "same-origin" && site !== "none") || !own) {
    throw new Refusal(
      403,
      "foreign-site",
      "Another site tried to change the ledger.",
      "Use asof's own page.",
    );
  }
  if (RANK[roleOf(c, access)] < RANK[needed]) {
    throw new Refusal(
      403,
      "role-too-low",
      `This needs the role ${needed}.`,
      "Ask for a token with that role.",
    );
  }
}
