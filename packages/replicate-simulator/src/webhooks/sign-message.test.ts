import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { signMessage } from "./sign-message.ts";

it("signs as the Standard Webhooks package does", () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const time = new Date(1_614_265_330_000);
  const signed = signMessage(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, '{"test": 2432232314}');
  expect(signed).toBe(new Webhook(secret).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", time, '{"test": 2432232314}'));
  expect(signed).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});
