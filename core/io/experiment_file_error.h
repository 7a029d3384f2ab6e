// What is wrong with a text that should be an experiment.
#pragma once

#include "core/base/errors.h"

#include <string>
#include <string_view>

namespace actiscope {

/** A text that says no experiment. The message is one line, with the place: "line 3, column 7: …" or "/models/0/beta1: …". */
class ExperimentFileError : public Error {
public:
    ExperimentFileError(std::string_view place, Message fault);
    const std::string &place() const { return m_place; }

private:
    std::string m_place;
};

} // namespace actiscope
