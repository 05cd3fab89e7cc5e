"""Tests of the whole product; packages mirror the product's."""
