import { boolean, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

const momentOptions = { withTimezone: true } as const;

/** People who can sign in; the columns are better-auth's. */
export const users = pgTable("users", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  createdAt: timestamp("created_at", momentOptions).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", momentOptions).notNull().defaultNow(),
});

/** Signed-in browsers and terminals. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: timestamp("expires_at", momentOptions).notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: timestamp("created_at", momentOptions).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", momentOptions).notNull().defaultNow(),
  },
  (table) => [index("sessions_user_id").on(table.userId)],
);

/** Ways a person can prove who they are: a password's hash, or a provider's account. */
export const accounts = pgTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: timestamp("access_token_expires_at", momentOptions),
    refreshTokenExpiresAt: timestamp("refresh_token_expires_at", momentOptions),
    scope: text("scope"),
    password: text("password"),
    createdAt: timestamp("created_at", momentOptions).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", momentOptions).notNull().defaultNow(),
  },
  (table) => [index("accounts_user_id").on(table.userId)],
);

/** Short-lived proofs: e-mail verification, password reset. */
export const verifications = pgTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: timestamp("expires_at", momentOptions).notNull(),
    createdAt: timestamp("created_at", momentOptions).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", momentOptions).notNull().defaultNow(),
  },
  (table) => [index("verifications_identifier").on(table.identifier)],
);
