// Tests of ArabicText.
