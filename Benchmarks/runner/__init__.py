"""Measures slcheck beside the engines that an analyst could use instead."""
