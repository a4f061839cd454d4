// Precompiled for the tests: what the house reads, and what its tests are written with.
#pragma once
#include "../src/pch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
