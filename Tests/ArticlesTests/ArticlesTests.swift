// Tests of Articles.
