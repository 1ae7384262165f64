//! Tags, dependency trees and lemmas from the network.
