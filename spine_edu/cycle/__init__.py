"""Herniation, pain and a tight muscle as a loop: when it runs away, holds or dies out."""
