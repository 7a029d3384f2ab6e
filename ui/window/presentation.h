// What a workspace says of itself in presenter mode, beside its plots: one sentence, whether it plays, and where in time it is.
#pragma once

#include <QString>

#include <optional>

namespace actiscope {

struct Presentation {
    QString sentence = {};
    QString playWords = {}; ///< of the large key, "Train"; empty where there is nothing to play
    bool isPlaying = false;

    struct Place {
        int at = 0;
        int last = 0;
        QString words = {}; ///< "epoch 40"
        bool canMove = false;

        bool operator==(const Place &) const = default;
    };
    std::optional<Place> place = std::nullopt; ///< nothing where there is no time

    bool operator==(const Presentation &) const = default;
};

} // namespace actiscope
